#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# keep volume data: it is as the spec says
# create claim shop/pvc-data: it is not in the cluster
# patch Deployment shop/web: an earlier plan has stopped it, with 2 before
set -eu

printf '%s\n' '1/4 Create claim shop/pvc-data'
# it is not in the cluster
is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = '' ]; then
  kubectl create --save-config -f - <<'EOF'
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: pvc-data
  namespace: shop
spec:
  accessModes:
  - ReadWriteOnce
  resources:
    requests:
      storage: 50Gi
  storageClassName: ""
  volumeMode: Filesystem
  volumeName: data
EOF
fi

printf '%s\n' '2/4 Wait until claim shop/pvc-data and volume data are bound'
# pods can start only then
kubectl wait pvc/pvc-data --namespace=shop '--for=jsonpath={.status.phase}=Bound' --timeout=5m
kubectl wait pvc/pvc-data --namespace=shop '--for=jsonpath={.spec.volumeName}=data' --timeout=5m
kubectl wait pv/data '--for=jsonpath={.status.phase}=Bound' --timeout=5m

printf '%s\n' '3/4 Scale Deployment shop/web up to 2'
# as it was before
is=$(kubectl get deployment/web --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.annotations.fairlead\.dev/replicas}')
if [ "$is" = '2' ]; then
  kubectl patch deployment/web --namespace=shop --type=merge '--patch={"metadata":{"annotations":{"fairlead.dev/replicas":null}},"spec":{"replicas":2}}'
fi

printf '%s\n' '4/4 Wait until Deployment shop/web is ready'
# its pods have their disks again
kubectl rollout status deployment/web --namespace=shop --timeout=15m

printf '%s\n' 'done'
