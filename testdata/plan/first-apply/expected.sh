#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# create volume data: it is not in the cluster
# create claim shop/pvc-data: it is not in the cluster
set -eu

printf '%s\n' '1/4 Look for namespace shop'
# its claims can be created only if it is there
is=$(kubectl get namespace/shop --ignore-not-found '--output=jsonpath={.status.phase}')
if ! [ "$is" = 'Active' ]; then
  printf '%s\n' 'step 1: namespace shop has changed since the dump; make a new plan' >&2
  exit 1
fi

printf '%s\n' '2/4 Create volume data'
# no volume of this name or with its disk is there
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = '' ]; then
  kubectl create --save-config -f - <<'EOF'
apiVersion: v1
kind: PersistentVolume
metadata:
  name: data
spec:
  accessModes:
  - ReadWriteOnce
  capacity:
    storage: 50Gi
  claimRef:
    apiVersion: v1
    kind: PersistentVolumeClaim
    name: pvc-data
    namespace: shop
  csi:
    driver: ebs.csi.aws.com
    volumeHandle: vol-0a1b2c3d4e5f60718
  nodeAffinity:
    required:
      nodeSelectorTerms:
      - matchExpressions:
        - key: topology.kubernetes.io/zone
          operator: In
          values:
          - eu-west-1b
  persistentVolumeReclaimPolicy: Retain
  storageClassName: ""
  volumeMode: Filesystem
EOF
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
