#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# patch volume data: persistentVolumeReclaimPolicy "Delete" becomes "Retain"; its claimRef drops the uid of the old claim shop/pvc-data
# create claim shop/pvc-data: it is not in the cluster
set -eu

printf '%s\n' '1/4 Set the reclaim policy of volume data to Retain'
# otherwise its disk may go at any moment
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'v-data' ]; then
  kubectl patch pv/data --type=merge '--patch={"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'
  kubectl wait pv/data '--for=jsonpath={.spec.persistentVolumeReclaimPolicy}=Retain' --timeout=5m
fi

printf '%s\n' '2/4 Reserve volume data for claim shop/pvc-data'
# its claimRef has the uid of the old claim, and a new claim has another one
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid} {.spec.claimRef.uid} {.spec.claimRef.name}')
if [ "$is" = 'v-data c-0 pvc-data' ]; then
  is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
  if ! [ "$is" = '' ]; then
    printf '%s\n' 'step 2: claim shop/pvc-data is there again; make a new plan' >&2
    exit 1
  fi
  kubectl patch pv/data --type=json '--patch=[{"op":"test","path":"/spec/claimRef/uid","value":"c-0"},{"op":"remove","path":"/spec/claimRef/uid"}]'
fi

printf '%s\n' '3/4 Create claim shop/pvc-data'
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

printf '%s\n' '4/4 Wait until claim shop/pvc-data and volume data are bound'
# pods can start only then
kubectl wait pvc/pvc-data --namespace=shop '--for=jsonpath={.status.phase}=Bound' --timeout=5m
kubectl wait pvc/pvc-data --namespace=shop '--for=jsonpath={.spec.volumeName}=data' --timeout=5m
kubectl wait pv/data '--for=jsonpath={.status.phase}=Bound' --timeout=5m

printf '%s\n' 'done'
